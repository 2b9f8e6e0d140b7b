import { describeStoragePort } from '../storagePort.contract.ts';
import { createMemoryStorage } from './createMemoryStorage.ts';

describeStoragePort('memory', createMemoryStorage);
