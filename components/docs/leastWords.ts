import type { Least } from './model/operations.ts';
import type { DocsWords } from './words.ts';

/** Who may do something at the least, in words. */
export function leastWords(t: DocsWords, least: Least): string {
  if (least.kind === 'role') return t('leastRole', { role: t(`roles.${least.role}`) });
  if (least.account === 'anonymous') return t('leastNobody');
  return t('leastAccount', { account: t(`accounts.${least.account}`) });
}
