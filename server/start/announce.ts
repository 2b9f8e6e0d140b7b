import { renderUnicodeCompact } from 'uqr';
import type { Config } from '../config.ts';
import { localAddresses } from '../lan/addresses.ts';
import type { RunningServer } from '../startServer.ts';

function forNetwork(port: number): string[] {
  const address = localAddresses()[0];
  if (address === undefined)
    return ['This machine has no address in a local network, so nobody else can come in yet.'];
  const url = `https://${address}:${port}`;
  return [
    '',
    renderUnicodeCompact(url, { border: 2 }),
    '',
    `Others in your network: ${url} (or scan the code above).`,
    'Their browser warns once about the certificate, which was made on this machine: let it go on.',
  ];
}

const nextStep: Record<Config['role'], (url: string) => string> = {
  all: () =>
    [
      'Open it, and once more in a second browser or a private window (or send it to a friend: npm start -- --lan).',
      'Walk up to each other, and you are in a call. Ctrl-C stops it.',
    ].join('\n'),
  web: () => 'It serves the pages; people meet on the realtime server.',
  realtime: (url) => `Start the web part with VICINITY_REALTIME_URL=${url}.`,
  media: (url) => `Start the realtime server with MEDIA_SERVER_URL=${url}.`,
};

/** The link that makes the first operator: whoever can read this output runs the place. */
function forOperator(config: Config, url: string, secret: string): string[] {
  const pages = config.publicUrl ?? (config.role === 'all' ? url : config.webOrigins[0]) ?? url;
  return [
    '',
    'Nobody looks after this place yet. This link makes the operator’s account; it works once, until the next start:',
    `${pages}/setup/${secret}`,
  ];
}

/** What is said once the server runs: where it is and what to do next. */
export function announcement(config: Config, { url, port, operatorSecret }: RunningServer): string {
  const lines = [`Vicinity is running at ${url}`, nextStep[config.role](url)];
  if (operatorSecret !== null) lines.push(...forOperator(config, url, operatorSecret));
  if (config.isLan) lines.push(...forNetwork(port));
  return lines.join('\n');
}
