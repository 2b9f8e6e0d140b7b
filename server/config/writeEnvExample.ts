import { writeFileSync } from 'node:fs';
import { envExample } from './envExample.ts';

writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
