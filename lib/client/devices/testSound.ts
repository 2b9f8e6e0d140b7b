import { playWithElement } from '../media/playback.ts';

/** Two notes, a fifth apart (A4, E5): pitch in Hz, start and length in seconds. */
const notes = [
  { pitchHz: 440, startS: 0, lengthS: 0.5 },
  { pitchHz: 659.25, startS: 0.18, lengthS: 0.7 },
];
const loudness = 0.25;
const totalMs = 1_000;

/**
 * Plays a short chime through a speaker; the empty string is the system's choice. Call it from a click.
 * @throws when the browser refuses to play or does not know the speaker.
 */
export async function playTestSound(speakerId: string): Promise<void> {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const [track] = output.stream.getAudioTracks();
  if (track === undefined) return;
  const playback = playWithElement(track);
  try {
    if (speakerId !== '') await playback.setSpeaker(speakerId);
    await context.resume();
    await playback.play();
    for (const note of notes) strike(context, output, note);
    await new Promise((resolve) => setTimeout(resolve, totalMs));
  } finally {
    playback.stop();
    await context.close();
  }
}

/** One bell-like note: a sine that comes quickly and fades, so that neither end clicks. */
function strike(context: AudioContext, output: AudioNode, note: (typeof notes)[number]): void {
  const startS = context.currentTime + note.startS;
  const oscillator = context.createOscillator();
  oscillator.frequency.value = note.pitchHz;
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, startS);
  envelope.gain.linearRampToValueAtTime(loudness, startS + 0.01);
  envelope.gain.exponentialRampToValueAtTime(0.001, startS + note.lengthS);
  oscillator.connect(envelope).connect(output);
  oscillator.start(startS);
  oscillator.stop(startS + note.lengthS);
}
