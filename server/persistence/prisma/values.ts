import * as z from 'zod';
import { Prisma } from '../../../.generated/prisma/client.ts';

export const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;
export const dateOrNull = (instant: string | null): Date | null =>
  instant === null ? null : new Date(instant);

/** Filter for rows that have no end, or none before `now`. */
export const inForce = (now: string) => ({ OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(now) } }] });

/** Highest number of a column of type `integer`. */
const integerMost = 2_147_483_647;

/** Filter for a version; one that no row can have matches none. `null` asks for no version. */
export function ofVersion(expected: number | null): number | undefined {
  if (expected === null) return undefined;
  return Number.isInteger(expected) && Math.abs(expected) <= integerMost ? expected : 0;
}

/** What the database's `LIKE` looks for as it is: its wildcards and their escape sign are escaped. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/** Filter for texts that contain another one, whatever the case. */
export const containing = (text: string) => ({ contains: escapeLike(text), mode: 'insensitive' as const });

/** PostgreSQL's `jsonb` takes neither U+0000 nor halves of surrogate pairs. */
const clean = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;

/** A value for a column of JSON: exactly what JSON can carry of it. */
export function toJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  return value === null || value === undefined ? Prisma.JsonNull : JSON.parse(JSON.stringify(value, clean));
}

/** A JSON object as it is stored. */
export const recordSchema = z.record(z.string(), z.unknown());

const violationSchema = z.object({
  driverAdapterError: z.object({
    cause: z.object({ constraint: z.object({ index: z.string() }) }),
  }),
});

/** Whether the database refused a row because of this unique index. */
export function violates(error: unknown, index: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false;
  const meta = violationSchema.safeParse(error.meta);
  return meta.success && meta.data.driverAdapterError.cause.constraint.index === index;
}

/** Does something that may violate a unique index: `taken` in that case. */
export async function unlessTaken<Result, Taken extends string>(
  index: string,
  taken: Taken,
  work: () => Promise<Result>,
): Promise<Result | Taken> {
  try {
    return await work();
  } catch (error) {
    if (violates(error, index)) return taken;
    throw error;
  }
}
