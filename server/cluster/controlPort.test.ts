import { controlPortContract, livePeople } from './controlPort.contract.ts';

controlPortContract('direct', async () => ({ control: livePeople, close: () => Promise.resolve() }));
