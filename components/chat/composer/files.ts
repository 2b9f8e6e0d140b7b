import { uploadBytesMost } from '#lib/domain/chat/limits.ts';

/** Most files that are sent by one press. */
const filesMost = 10;

export interface CheckedFiles {
  readonly good: readonly File[];
  readonly refused: readonly {
    readonly file: File;
    readonly reason: 'fileLarge' | 'fileEmpty' | 'fileMany';
  }[];
}

/** Which of some files can be sent at all; the server looks into them. Pure. */
export function checkedFiles(files: readonly File[]): CheckedFiles {
  const good: File[] = [];
  const refused: CheckedFiles['refused'][number][] = [];
  for (const file of files) {
    if (file.size === 0) refused.push({ file, reason: 'fileEmpty' });
    else if (file.size > uploadBytesMost) refused.push({ file, reason: 'fileLarge' });
    else if (good.length >= filesMost) refused.push({ file, reason: 'fileMany' });
    else good.push(file);
  }
  return { good, refused };
}
