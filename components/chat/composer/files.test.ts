import { expect, it } from 'vitest';
import { uploadBytesMost } from '#lib/domain/chat/limits.ts';
import { checkedFiles } from './files.ts';

const file = (size: number) => new File([new Uint8Array(size)], 'a.bin');

it('files that are empty, too large or too many are told apart before anything is sent', () => {
  const { good, refused } = checkedFiles([
    file(0),
    file(uploadBytesMost + 1),
    ...Array.from({ length: 11 }, () => file(1)),
  ]);
  expect(good).toHaveLength(10);
  expect(refused.map(({ reason }) => reason)).toEqual(['fileEmpty', 'fileLarge', 'fileMany']);
});
