import * as z from 'zod';
import { Prisma, type PrismaClient } from '../../../../.generated/prisma/client.ts';
import { planAppend } from '../../chatAppend.ts';
import type { AppendPlan } from '../../chatAppendState.ts';
import type { Appended, Draft } from '../../ports/chat.ts';
import { StorageError } from '../../StorageError.ts';
import { readBasis, writtenBefore } from './chatLogBasis.ts';
import { carryOut } from './chatLogWrite.ts';

/** How often a transaction is begun that the database ended for another one's sake. */
const attemptsMost = 5;

/** Two transactions waited for each other, or changed the same rows (PostgreSQL's 40P01 and 40001). */
const isConflict = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034';

const duplicateSchema = z.object({
  driverAdapterError: z.object({ cause: z.object({ kind: z.literal('UniqueConstraintViolation') }) }),
});

/** Something is there already: under the locks of the rooms that can only be a sending of before. */
const isRepeated = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && duplicateSchema.safeParse(error.meta).success;

/** Every draft is written, or the same as one before it: only the index of sendings can know otherwise. */
const writesAll = ({ answers }: AppendPlan): boolean =>
  answers.every((answer) => answer.ok && answer.entry !== null);

/**
 * @param expectsRepeats whether sendings are looked up before anything is written. Hardly ever does one come twice, so
 * they are not, as long as the index of sendings is asked for all of them anyway.
 */
function once(prisma: PrismaClient, drafts: Draft[], expectsRepeats: boolean): Promise<Appended[]> {
  return prisma.$transaction(async (transaction) => {
    const basis = await readBasis(transaction, drafts);
    let plan = planAppend(drafts, { ...basis, written: new Map() });
    if (expectsRepeats || !writesAll(plan)) {
      plan = planAppend(drafts, { ...basis, written: await writtenBefore(transaction, drafts) });
    }
    await carryOut(transaction, plan);
    return plan.answers;
  });
}

/** Locks the rooms, reads what is concerned, decides, writes: a handful of statements for any number of drafts. */
export async function append(prisma: PrismaClient, drafts: Draft[]): Promise<Appended[]> {
  if (drafts.length === 0) return [];
  let expectsRepeats = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(prisma, drafts, expectsRepeats);
    } catch (error) {
      if (!expectsRepeats && isRepeated(error)) expectsRepeats = true;
      else if (!isConflict(error) || attempt >= attemptsMost) {
        throw new StorageError('The database did not take what was written in the chat.', { cause: error });
      }
    }
  }
}
