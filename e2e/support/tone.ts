import { writeFile } from 'node:fs/promises';

const sampleRate = 48_000;
const seconds = 2;

/**
 * Writes a steady tone as a WAV file (48 kHz, mono, 16 bit). Chromium's own fake microphone beeps with pauses between;
 * with a steady tone every pause in what somebody hears is a gap in the call.
 */
export async function writeTone(path: string, frequencyHz = 440): Promise<void> {
  const samples = sampleRate * seconds;
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1) {
    bytes.writeInt16LE(
      Math.round(8_000 * Math.sin((2 * Math.PI * frequencyHz * i) / sampleRate)),
      44 + i * 2,
    );
  }
  await writeFile(path, bytes);
}
