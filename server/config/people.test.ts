import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-people-'));
const read = (environment: Record<string, string>) =>
  readConfig({ VICINITY_DATA_DIR: dataDir, ...environment });

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('settings of mail', () => {
  it('are none by default', () => {
    expect(read({})).toMatchObject({ publicUrl: null, mail: { smtpUrl: null } });
  });

  it('have a sender at the public address', () => {
    const { mail, publicUrl } = read({
      SMTP_URL: 'smtps://me:secret@mail.example:465',
      VICINITY_PUBLIC_URL: 'https://vicinity.example/',
    });
    expect(publicUrl).toBe('https://vicinity.example');
    expect(mail).toEqual({
      smtpUrl: 'smtps://me:secret@mail.example:465',
      from: 'Vicinity <no-reply@vicinity.example>',
    });
  });

  it('take FRONTEND_URL for the public address', () => {
    expect(read({ FRONTEND_URL: 'https://vicinity.example' }).publicUrl).toBe('https://vicinity.example');
  });

  it('demand the public address with a mail server', () => {
    expect(() => read({ SMTP_URL: 'smtp://mail.example' })).toThrow(/VICINITY_PUBLIC_URL/);
  });

  it.each(['mail.example', 'https://mail.example', 'smtp://'])('refuse %s, without showing it', (url) => {
    const environment = { SMTP_URL: url, VICINITY_PUBLIC_URL: 'https://vicinity.example' };
    expect(() => read(environment)).toThrow('SMTP_URL is a value that is not shown');
  });

  it('refuse a sender that is more than one line', () => {
    expect(() => read({ MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' })).toThrow(/more than one line/);
  });
});

describe('settings of other services', () => {
  it('are none by default', () => {
    expect(read({}).oauth).toEqual({ github: null, google: null, oidc: null });
  });

  it('are read', () => {
    const { oauth } = read({
      GITHUB_CLIENT_ID: 'gh',
      GITHUB_CLIENT_SECRET: 'gh secret',
      OIDC_ISSUER: 'https://id.example/realms/main',
      OIDC_CLIENT_ID: 'work',
      OIDC_CLIENT_SECRET: 'work secret',
      OIDC_NAME: 'Work',
    });
    expect(oauth).toEqual({
      github: { clientId: 'gh', clientSecret: 'gh secret' },
      google: null,
      oidc: {
        clientId: 'work',
        clientSecret: 'work secret',
        issuer: 'https://id.example/realms/main',
        name: 'Work',
      },
    });
  });

  it.each([
    [{ GITHUB_CLIENT_ID: 'x' }, 'GITHUB_CLIENT_SECRET'],
    [{ GOOGLE_CLIENT_SECRET: 'x' }, 'GOOGLE_CLIENT_ID'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' }, 'OIDC_ISSUER'],
  ])('by half are refused: %o', (environment, missing) => {
    expect(() => read(environment)).toThrow(`${missing} is not`);
  });
});
