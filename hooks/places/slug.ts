import { slugFromName } from '#lib/domain/slug.ts';
import { slugSchema } from '#lib/protocol/rest/common.ts';

/** Most signs of an address, as `slugSchema` has it. */
export const slugLengthMost = 48;

/**
 * The address that a name suggests, as the server would make it: “Café Überblick” becomes `cafe-uberblick`. Empty where
 * the name gives none.
 */
export function slugFrom(name: string): string {
  const plain = slugFromName(name);
  return isSlug(plain) ? plain : '';
}

/** What somebody types into the field of an address, as far as it can become one; an end that is still open may stay. */
export function slugWhileTyping(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, slugLengthMost);
}

/** Whether the server takes it as an address. */
export const isSlug = (text: string): boolean => slugSchema.safeParse(text).success;
