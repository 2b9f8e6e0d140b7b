/** The fields of each form; module constants, because a form wants the same object at every render. */
export const emailFields = { email: 'email', password: 'password' } as const;
export const passwordFields = { current: 'password', password: 'newPassword' } as const;
export const firstPasswordFields = { password: 'newPassword' } as const;
