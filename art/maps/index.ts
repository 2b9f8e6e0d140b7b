import { cabin } from './cabin/index.ts';
import { classroom } from './classroom/index.ts';
import type { MapDesign } from './design.ts';
import { office } from './office/index.ts';

/** Every map that spaces can be made of. */
export const MAPS: readonly MapDesign[] = [office, cabin, classroom];
