/** The fields of each form; module constants, because a form wants the same object at every render. */
export const signInFields = { email: 'email', password: 'password' } as const;
export const signUpFields = { name: 'name', email: 'email', password: 'newPassword' } as const;
export const forgotFields = { email: 'email' } as const;
export const resetFields = { password: 'newPassword' } as const;
