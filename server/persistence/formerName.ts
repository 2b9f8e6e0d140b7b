/** What others see in place of the name of somebody who deleted their account. */
export const formerName = 'Former member';
