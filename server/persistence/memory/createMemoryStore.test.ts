import { storeContract } from '../store.contract.ts';
import { createMemoryStore } from './createMemoryStore.ts';

storeContract('memory', async () => createMemoryStore());
