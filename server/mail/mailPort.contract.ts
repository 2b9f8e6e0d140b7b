import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail, MailPort } from './MailPort.ts';

/** A port of the contract's own, with what arrived by it. */
export interface MailPlace {
  port: MailPort;
  /** What arrived, as whoever receives it reads it. */
  arrived(): Promise<Mail[]>;
  close(): Promise<void>;
}

const mail: Mail = {
  to: 'alice@example.org',
  subject: 'Bestätige deine Adresse',
  text: 'Hallo,\n\nöffne diesen Link:\n\nhttp://vicinity.test/confirm/abc_DEF-123?returnTo=%2Fspace%2Fdemo\n\n.\nVicinity\n',
};

/** What every way of sending mail does. */
export function mailContract(name: string, open: () => Promise<MailPlace>): void {
  describe(`mail by ${name}`, () => {
    let place: MailPlace;

    beforeEach(async () => {
      place = await open();
    });

    afterEach(() => place.close());

    it('arrives as it was written, its link on one line', async () => {
      await place.port.send(mail);
      expect(await place.arrived()).toEqual([mail]);
    });

    it('arrives once each, when many are sent at once', async () => {
      const many = Array.from({ length: 5 }, (_, i) => ({ ...mail, subject: `Mail ${i}` }));
      await Promise.all(many.map((one) => place.port.send(one)));
      const subjects = (await place.arrived()).map(({ subject }) => subject);
      expect(subjects.sort()).toEqual(many.map(({ subject }) => subject));
    });

    it.each([
      { to: 'alice@example.org\r\nBcc: eve@evil.example' },
      { to: 'alice@example.org, eve@evil.example' },
      { to: 'alice@example.org eve@evil.example' },
      { to: 'Eve <eve@evil.example>' },
      { to: '' },
      { subject: 'Hello\r\nBcc: eve@evil.example' },
      { subject: 'Hello\nX-Evil: 1' },
      { subject: 'Hello\u2028there' },
    ])('is refused with %j, and nothing arrives', async (changes) => {
      await expect(place.port.send({ ...mail, ...changes })).rejects.toThrow();
      expect(await place.arrived()).toEqual([]);
    });
  });
}
