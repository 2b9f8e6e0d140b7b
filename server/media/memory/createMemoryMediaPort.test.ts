import { describeMediaPort } from '../mediaPort.contract.ts';
import { createMemoryMediaPort } from './createMemoryMediaPort.ts';

describeMediaPort('in memory', async () => {
  const port = createMemoryMediaPort();
  return { port, killWorker: async () => port.killWorker(), close: () => port.close() };
});
