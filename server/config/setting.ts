import * as z from 'zod';

/** One setting: what it is for, how its text is read, and what holds when nothing is said. */
export interface Setting<T> {
  /** One or two sentences for `.env.example` and the documentation. */
  readonly description: string;
  /** Reads the text of the variable. */
  readonly schema: z.ZodType<T, string>;
  /** What the text has to look like, for the error's sentence. */
  readonly expected: string;
  /** The value when nothing is said. `undefined`: the setting is absent, or worked out from others. */
  readonly fallback: T | undefined;
  /** The default in words, for `.env.example`. */
  readonly fallbackText: string;
  /** Other names under which the setting is read, with a warning. Our own name wins. */
  readonly aliases: readonly string[];
  /** A secret's value is never shown, not even in an error. */
  readonly isSecret: boolean;
}

interface Options<T> {
  fallback?: T;
  fallbackText?: string;
  aliases?: readonly string[];
  isSecret?: boolean;
}

function setting<T>(
  description: string,
  expected: string,
  schema: z.ZodType<T, string>,
  options: Options<T> = {},
): Setting<T> {
  const fallback = options.fallback;
  return {
    description,
    expected,
    schema,
    fallback,
    fallbackText: options.fallbackText ?? (fallback === undefined ? '' : String(fallback)),
    aliases: options.aliases ?? [],
    isSecret: options.isSecret ?? false,
  };
}

export function text(
  description: string,
  options: Options<string> & { expected?: string } = {},
): Setting<string> {
  return setting(description, options.expected ?? 'text', z.string(), options);
}

/** A secret must be long enough that it cannot be guessed: 16 characters at least. */
export function secret(description: string, fallbackText: string): Setting<string> {
  return setting(description, 'at least 16 characters', z.string().min(16), { isSecret: true, fallbackText });
}

export function oneOf<const T extends string>(
  description: string,
  values: readonly T[],
  options: Options<T> = {},
): Setting<T> {
  return setting(description, `one of ${values.join(', ')}`, z.enum(values), options);
}

/** A whole number between `minimum` and `maximum`, both allowed. */
export function integer(
  description: string,
  minimum: number,
  maximum: number,
  options: Options<number> = {},
): Setting<number> {
  const schema = z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum));
  return setting(description, `a whole number from ${minimum} to ${maximum}`, schema, options);
}

const switchWords = {
  '1': true,
  true: true,
  yes: true,
  on: true,
  '0': false,
  false: false,
  no: false,
  off: false,
};

export function onOff(description: string, options: Options<boolean> = {}): Setting<boolean> {
  const schema = z
    .string()
    .toLowerCase()
    .pipe(z.enum(Object.keys(switchWords)))
    .transform((word) => switchWords[word as keyof typeof switchWords]);
  const fallbackText = options.fallback === undefined ? '' : options.fallback ? '1' : '0';
  return setting(description, '1 or 0', schema, { fallbackText, ...options });
}

/** Comma-separated values, each read by `item`; blanks around them do not matter. */
export function list<T>(
  description: string,
  expected: string,
  item: z.ZodType<T, string>,
  options: Options<T[]> = {},
): Setting<T[]> {
  const schema = z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));
  return setting(description, expected, schema, options);
}

/** An address of the web: scheme, host and port, without a path. Read as its canonical origin. */
export const originSchema = z.string().transform((value, context) => {
  const url = URL.parse(value);
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin;
  context.addIssue({ code: 'custom', message: 'not an origin' });
  return z.NEVER;
});

export function origin(description: string, options: Options<string> = {}): Setting<string> {
  return setting(description, 'an address such as https://vicinity.example', originSchema, options);
}

/** An address of one of these schemes, with whatever path and login it has. Read as it was written. */
export function address(
  description: string,
  example: string,
  schemes: readonly string[],
  options: Options<string> = {},
): Setting<string> {
  const schema = z.string().refine((value) => {
    const url = URL.parse(value);
    return url !== null && url.host !== '' && schemes.includes(url.protocol.slice(0, -1));
  });
  return setting(description, `an address such as ${example}`, schema, options);
}

const secondsOf = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** A time span such as `7d`, `12h`, `30m` or plain seconds. Read as seconds. */
export function timeSpan(description: string, options: Options<number> = {}): Setting<number> {
  const schema = z
    .string()
    .regex(/^[1-9]\d{0,8}[smhd]?$/)
    .transform((value) => {
      const unit = value.at(-1) ?? 's';
      return Number.parseInt(value, 10) * (unit in secondsOf ? secondsOf[unit as keyof typeof secondsOf] : 1);
    });
  return setting(description, 'a time span such as 7d, 12h, 30m or 3600', schema, options);
}

const iceServerSchema = z.object({
  urls: z.union([z.string().transform((url) => [url]), z.array(z.string())]),
  username: z.string().optional(),
  credential: z.string().optional(),
});

/** ICE servers as browsers take them, as JSON. */
export function iceServers(description: string): Setting<z.output<typeof iceServerSchema>[]> {
  const schema = z
    .string()
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.array(iceServerSchema));
  // Holds TURN passwords, so its text is never shown.
  return setting(description, 'a JSON array such as [{"urls":"turn:…"}]', schema, {
    isSecret: true,
    fallbackText: 'none',
  });
}
