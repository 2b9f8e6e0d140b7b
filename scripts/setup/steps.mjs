import { isInterrupted, whenInterrupted } from './interrupt.mjs';

/**
 * The steps on the terminal: a tick, a name, the time, and on the long ones how far they are. Where there is no
 * terminal (a log), a line every now and then takes the place of the moving one.
 *
 * @typedef {(progress: string) => void} Progress
 * @typedef {(progress: Progress) => Promise<string> | string} StepWork - answers with the detail to show
 */

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 120;
const logEveryMs = 15_000;
const nameWidth = 16;

/**
 * A duration as people say it: `0.4 s`, `12 s`, `4 min 05 s`.
 *
 * @param {number} ms
 */
export function formatDuration(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** @param {NodeJS.WriteStream} [stream] */
export function createSteps(stream = process.stdout) {
  const live = stream.isTTY === true && process.env.CI === undefined;
  const colored = live && process.env.NO_COLOR === undefined;

  return {
    /** @param {string} line */
    say(line) {
      stream.write(`${line}\n`);
    },

    /**
     * @param {string} name
     * @param {StepWork} work
     */
    async step(name, work) {
      const view = createStepView(stream, name, live, colored);
      const failed = mark('✗', 31, colored);
      const takeBack = whenInterrupted(() => view.end(failed, 'stopped'));
      try {
        const detail = await work(view.progress);
        view.end(mark('✓', 32, colored), detail);
      } catch (error) {
        view.end(failed, isInterrupted() ? 'stopped' : 'failed');
        throw error;
      } finally {
        takeBack();
      }
    },
  };
}

/** @typedef {ReturnType<typeof createSteps>} Steps */

/**
 * @param {string} sign
 * @param {number} color - of ECMA-48's SGR
 * @param {boolean} colored
 */
function mark(sign, color, colored) {
  return colored ? `\u001b[${color}m${sign}\u001b[0m` : sign;
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} name
 * @param {boolean} live
 * @param {boolean} colored
 */
function createStepView(stream, name, live, colored) {
  const since = Date.now();
  const padded = name.padEnd(nameWidth);
  let latest = '';
  let frame = 0;
  let isOver = false;
  const draw = () => {
    const time = formatDuration(Date.now() - since);
    if (!live) {
      if (latest !== '') stream.write(`… ${padded} ${latest} (${time})\n`);
      return;
    }
    frame = (frame + 1) % frames.length;
    const line = `${padded} ${time.padStart(10)}  ${latest}`.slice(0, (stream.columns || 80) - 3);
    stream.write(`\r${mark(frames[frame] ?? '', 36, colored)} ${line}\u001b[K`);
  };
  const timer = setInterval(draw, live ? frameMs : logEveryMs);
  return {
    /** @param {string} progress */
    progress(progress) {
      latest = progress;
    },
    /**
     * The first end counts: a step that was stopped also fails.
     *
     * @param {string} sign
     * @param {string} detail
     */
    end(sign, detail) {
      if (isOver) return;
      isOver = true;
      clearInterval(timer);
      const time = formatDuration(Date.now() - since).padStart(10);
      stream.write(`${live ? '\r' : ''}${sign} ${padded} ${time}  ${detail}${live ? '\u001b[K' : ''}\n`);
    },
  };
}
