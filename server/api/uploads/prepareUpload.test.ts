import { describe, expect, it } from 'vitest';
import { keyOf } from '../../storage/keys.ts';
import { prepareUpload } from './prepareUpload.ts';
import { photograph } from './testing/images.ts';
import { webm } from './testing/media.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an upload', () => {
  it('of an image is what was encoded anew', async () => {
    const given = await photograph('jpeg', 6);
    const { bytes, ...file } = await prepareUpload(given, { name: 'holiday.jpg' });
    expect(Buffer.from(bytes).equals(given)).toBe(false);
    expect(file).toEqual({
      type: 'image/jpeg',
      name: 'holiday.jpg',
      storageKey: keyOf(bytes),
      sizeBytes: bytes.byteLength,
      width: 20,
      height: 40,
      durationMs: null,
    });
  });

  it('of anything else is kept as it is', async () => {
    const given = utf8('%PDF-1.7 rest');
    expect(await prepareUpload(given, { name: 'plan.pdf' })).toEqual({
      bytes: given,
      type: 'application/pdf',
      name: 'plan.pdf',
      storageKey: keyOf(given),
      sizeBytes: given.byteLength,
      width: null,
      height: null,
      durationMs: null,
    });
  });

  it('of a voice message has its length', async () => {
    const file = await prepareUpload(webm('audio'), { name: 'voice', voiceMs: 4_200 });
    expect(file).toMatchObject({ type: 'audio/webm', name: 'voice.webm', durationMs: 4_200 });
  });

  it.each([
    ['video', webm('video', 'audio')],
    ['text', utf8('la la la')],
    ['a page', utf8('<audio autoplay src=x onerror=alert(1)>')],
  ])('of a voice message that is %s is refused', async (_, bytes) => {
    await expect(prepareUpload(bytes, { name: 'voice.webm', voiceMs: 100 })).rejects.toMatchObject({
      code: 'unsafe_file',
    });
  });

  it('of nothing is refused', async () => {
    const nothing = prepareUpload(new Uint8Array(), { name: 'a' });
    await expect(nothing).rejects.toMatchObject({ code: 'bad_request' });
  });
});
