import type { Logger } from '../../observability/Logger.ts';

/** Keeps its lines, so that a test can ask what was logged. */
export class RecordingLogger implements Logger {
  readonly lines: { level: 'debug' | 'info' | 'warn' | 'error'; context: object; message: string }[] = [];

  debug(context: object, message: string): void {
    this.lines.push({ level: 'debug', context, message });
  }

  info(context: object, message: string): void {
    this.lines.push({ level: 'info', context, message });
  }

  warn(context: object, message: string): void {
    this.lines.push({ level: 'warn', context, message });
  }

  error(context: object, message: string): void {
    this.lines.push({ level: 'error', context, message });
  }

  child(): Logger {
    return this;
  }
}
