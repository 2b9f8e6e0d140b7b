import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeImage } from './encodeImage.ts';
import { animation, hugePng, photograph, picture } from './testing/images.ts';
import { type ImageType, imageTypes } from './types.ts';

const formatOf = (type: ImageType) => type.slice('image/'.length) as 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

const brightness = async (bytes: Uint8Array, left: number, top: number): Promise<number> => {
  const corner = { left, top, width: 1, height: 1 };
  return (await sharp(bytes).removeAlpha().extract(corner).raw().toBuffer())[0] ?? 0;
};

describe('images', () => {
  it.each(imageTypes)('%s keeps its look and its size', async (type) => {
    const encoded = await encodeImage(await picture(40, 20).toFormat(formatOf(type)).toBuffer(), type);
    expect([encoded.width, encoded.height]).toEqual([40, 20]);
    const { format } = await sharp(encoded.bytes).metadata();
    expect(format).toBe(type === 'image/avif' ? 'webp' : formatOf(type));
    expect(encoded.type).toBe(`image/${format}`);
    expect(await brightness(encoded.bytes, 2, 10)).toBeLessThan(60);
    expect(await brightness(encoded.bytes, 38, 10)).toBeGreaterThan(180);
  });

  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const)(
    '%s loses where and with what it was made',
    async (type) => {
      const given = await photograph(formatOf(type));
      expect(given.toString('latin1')).toContain('SecretCamera');
      const { bytes } = await encodeImage(given, type);
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/SecretCamera|Mallory|Exif/);
    },
  );

  it('is stored upright', async () => {
    const encoded = await encodeImage(await photograph('jpeg', 6), 'image/jpeg');
    expect([encoded.width, encoded.height]).toEqual([20, 40]);
    expect(await brightness(encoded.bytes, 10, 2)).toBeLessThan(60);
    expect(await brightness(encoded.bytes, 10, 38)).toBeGreaterThan(180);
  });

  it('loses what hides behind the picture', async () => {
    const script = '<script>alert(document.domain)</script>';
    for (const type of imageTypes) {
      const polyglot = Buffer.concat([
        await picture(40, 20).toFormat(formatOf(type)).toBuffer(),
        Buffer.from(script),
      ]);
      const { bytes } = await encodeImage(polyglot, type);
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('script');
    }
  });

  it('is scaled down to 4096 px', async () => {
    const encoded = await encodeImage(await picture(6_000, 30).png().toBuffer(), 'image/png');
    expect([encoded.width, encoded.height]).toEqual([4_096, 20]);
    const small = await encodeImage(await picture(10, 10).png().toBuffer(), 'image/png');
    expect([small.width, small.height]).toEqual([10, 10]);
  });
});

describe('animations', () => {
  it.each(['gif', 'webp'] as const)('%s keep their frames', async (format) => {
    const encoded = await encodeImage(await animation(format, 5), `image/${format}`);
    const { pages, pageHeight } = await sharp(encoded.bytes, { animated: true }).metadata();
    expect([pages, pageHeight, encoded.width, encoded.height]).toEqual([5, 8, 8, 8]);
  });

  it('are refused with too many frames', async () => {
    const endless = await animation('gif', 301, 2);
    await expect(encodeImage(endless, 'image/gif')).rejects.toMatchObject({ code: 'unsafe_file' });
  });
});

describe('what is no honest image', () => {
  const refused = { code: 'unsafe_file' };

  it('is refused when it would unpack to gigabytes', async () => {
    const startMs = performance.now();
    await expect(encodeImage(hugePng(30_000, 30_000), 'image/png')).rejects.toMatchObject(refused);
    await expect(encodeImage(hugePng(2 ** 31 - 1, 2 ** 31 - 1), 'image/png')).rejects.toMatchObject(refused);
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });

  it('is refused when it says it is larger than what it holds', async () => {
    await expect(encodeImage(hugePng(4_000, 4_000, 1_000), 'image/png')).rejects.toMatchObject(refused);
  });

  it('is refused when it is cut off, or only begins like one', async () => {
    for (const type of imageTypes) {
      const whole = await photograph(formatOf(type));
      await expect(encodeImage(whole.subarray(0, 40), type)).rejects.toMatchObject(refused);
      const empty = Buffer.concat([whole.subarray(0, 16), Buffer.alloc(500)]);
      await expect(encodeImage(empty, type)).rejects.toMatchObject(refused);
    }
  });

  it('is refused when it is of another kind than it was taken for', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>');
    const gif = await picture(4, 4).gif().toBuffer();
    const tiff = await picture(4, 4).tiff().toBuffer();
    for (const bytes of [svg, gif, tiff]) {
      await expect(encodeImage(bytes, 'image/png')).rejects.toMatchObject(refused);
    }
  });
});
