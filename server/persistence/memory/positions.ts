import type { PositionRepository } from '../ports.ts';
import { copy, isAlive, pair, requireSpace, type Tables } from './tables.ts';

export function memoryPositions(tables: Tables): PositionRepository {
  const { positions } = tables;
  return {
    async save(spaceId, saved) {
      if (saved.length === 0) return;
      requireSpace(tables, spaceId);
      for (const position of saved) {
        if (!isAlive(tables, position.userId)) continue;
        positions.set(pair(spaceId, position.userId), copy({ ...position, spaceId }));
      }
    },
    async find(spaceId, userId) {
      const row = positions.get(pair(spaceId, userId));
      if (row === undefined) return null;
      const { spaceId: _, ...position } = row;
      return copy(position);
    },
  };
}
