import type { Setting } from './setting.ts';
import { type SettingName, settings } from './settings.ts';

/** The environment cannot be used. The message names each setting, what was read, and what is expected. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** The values as read; a setting without a value and without a fallback is `undefined`. */
export type SettingValues = { readonly [Name in SettingName]: ValueOf<(typeof settings)[Name]> | undefined };

export type Environment = Readonly<Record<string, string | undefined>>;

interface Found {
  name: string;
  text: string;
}

/** An empty variable counts as not set: that is how compose files and shells say "nothing". */
function find(environment: Environment, names: readonly string[]): Found | undefined {
  for (const name of names) {
    const text = environment[name]?.trim();
    if (text !== undefined && text !== '') return { name, text };
  }
  return undefined;
}

function warningsFor(environment: Environment, name: string, aliases: readonly string[]): string[] {
  return aliases.flatMap((alias) => {
    if (find(environment, [alias]) === undefined) return [];
    const isUsed = find(environment, [name]) === undefined;
    return [
      isUsed
        ? `${alias} is read as ${name}; please rename it.`
        : `${alias} is ignored because ${name} is set.`,
    ];
  });
}

function readOne(
  environment: Environment,
  name: string,
  setting: Setting<unknown>,
): { value: unknown } | { problem: string } {
  const found = find(environment, [name, ...setting.aliases]);
  if (found === undefined) return { value: setting.fallback };
  const parsed = setting.schema.safeParse(found.text);
  if (parsed.success) return { value: parsed.data };
  const shown = setting.isSecret ? 'a value that is not shown' : `“${found.text}”`;
  return { problem: `${found.name} is ${shown}, expected ${setting.expected}.` };
}

/**
 * Reads every setting from the environment.
 *
 * Throws `ConfigError` with one sentence per unusable setting.
 */
export function readSettings(environment: Environment): { values: SettingValues; warnings: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const [name, setting] of Object.entries(settings)) {
    const read = readOne(environment, name, setting);
    if ('problem' in read) problems.push(read.problem);
    else values[name] = read.value;
    warnings.push(...warningsFor(environment, name, setting.aliases));
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  // The loop above filled every name of `settings` with what its own schema or fallback gave.
  return { values: values as SettingValues, warnings };
}
