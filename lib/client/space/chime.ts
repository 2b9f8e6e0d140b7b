/** Two soft notes, a fourth apart (D5, G5): pitch in Hz, start and length in seconds. */
const notes = [
  { pitchHz: 587.33, startS: 0, lengthS: 0.35 },
  { pitchHz: 783.99, startS: 0.11, lengthS: 0.5 },
];
const loudness = 0.06;
const totalMs = 800;
const patienceMs = 300;

/**
 * Plays a quiet chime through the system's speaker. A page that nobody has touched yet stays silent: browsers hold its
 * sound back, and a chime that comes late would be about nobody.
 */
export async function playArrivalChime(): Promise<void> {
  const context = new AudioContext();
  try {
    if (!(await isHeard(context))) return;
    for (const note of notes) strike(context, note);
    await new Promise((resolve) => setTimeout(resolve, totalMs));
  } finally {
    await context.close();
  }
}

/** A sine that comes quickly and fades, so that neither end clicks. */
function strike(context: AudioContext, note: (typeof notes)[number]): void {
  const startS = context.currentTime + note.startS;
  const oscillator = context.createOscillator();
  oscillator.frequency.value = note.pitchHz;
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, startS);
  envelope.gain.linearRampToValueAtTime(loudness, startS + 0.02);
  envelope.gain.exponentialRampToValueAtTime(0.0005, startS + note.lengthS);
  oscillator.connect(envelope).connect(context.destination);
  oscillator.start(startS);
  oscillator.stop(startS + note.lengthS);
}

/** A new context is silent for a moment even where the page may play, so it is given a little time. */
async function isHeard(context: AudioContext): Promise<boolean> {
  const giveUp = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
  // Where sound is held back, `resume` waits for a touch of the page.
  await Promise.race([context.resume(), giveUp]);
  return context.state === 'running';
}
