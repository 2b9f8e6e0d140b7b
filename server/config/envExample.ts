import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

const header = `# Settings of Vicinity. None is required on one machine.
# Generated from server/config/settings.ts by \`node server/config/writeEnvExample.ts\`.
`;

function entry(name: string, setting: Setting<unknown>): string {
  const lines = [setting.description];
  if (setting.fallbackText !== '') lines.push(`Default: ${setting.fallbackText}.`);
  if (setting.aliases.length > 0) lines.push(`Also read from: ${setting.aliases.join(', ')}.`);
  return `${lines.map((line) => `# ${line}`).join('\n')}\n#${name}=\n`;
}

/** The text of `.env.example`, from the same descriptions that the program reads its environment by. */
export function envExample(): string {
  const entries = Object.entries(settings).map(([name, setting]) => entry(name, setting));
  return `${header}\n${entries.join('\n')}`;
}
