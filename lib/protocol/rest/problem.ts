import * as z from 'zod/mini';

/** RFC 9457 problem document, with our stable `code`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  /** Path of the offending field. */
  path: z.optional(z.string()),
});

export type Problem = z.infer<typeof problemSchema>;
