import { controlPortContract } from './controlPort.contract.ts';

controlPortContract('direct', async (control) => ({ control, close: () => Promise.resolve() }));
