import { describe, expect, it } from 'vitest';
import { requireStrongPassword } from './passwordStrength.ts';

const known = ['Alice Liddell', 'alice@wonderland.example'];

describe('the strength of a password', () => {
  it.each(['seven purple walruses on a ferry', 'vK9#mQ2!xL7p', 'Regenschirm mit drei Löchern und Käse'])(
    '%s is good enough',
    async (password) => {
      await expect(requireStrongPassword(password, known)).resolves.toBeUndefined();
    },
  );

  it.each([
    'password123',
    'qwertyuiop',
    '1234567890',
    'aaaaaaaaaaaaaaaaaaaa',
    'alice@wonderland.example',
    'AliceLiddell1',
    'wonderland1!',
    'vicinity2026',
    'x'.repeat(200),
  ])('%s is not', async (password) => {
    await expect(requireStrongPassword(password, known)).rejects.toMatchObject({
      code: 'weak_password',
      path: 'password',
    });
  });
});
