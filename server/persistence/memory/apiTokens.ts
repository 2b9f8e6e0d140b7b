import type { ApiToken, ApiTokenRepository } from '../ports.ts';
import { copy, holds, insert, isAlive, removeWhere, requireUser, type Tables, where } from './tables.ts';

const withoutHash = ({ secretHash: _, ...token }: ApiToken & { secretHash: string }): ApiToken => copy(token);

export function memoryApiTokens(tables: Tables): ApiTokenRepository {
  const { apiTokens } = tables;
  return {
    async create(token, secretHash) {
      requireUser(tables, token.userId);
      if (where(apiTokens, (row) => row.secretHash === secretHash).length > 0) {
        throw new Error('There is a token with this secret.');
      }
      insert(apiTokens, token.id, { ...token, secretHash });
    },
    async findByHash(secretHash, now) {
      const token = where(apiTokens, (row) => row.secretHash === secretHash)[0];
      if (token === undefined || !holds(token.expiresAt, now) || !isAlive(tables, token.userId)) return null;
      return withoutHash(token);
    },
    async touch(id, lastUsedAt) {
      const token = apiTokens.get(id);
      if (token !== undefined && (token.lastUsedAt ?? '') < lastUsedAt) {
        apiTokens.set(id, { ...token, lastUsedAt });
      }
    },
    async list(userId) {
      return where(apiTokens, (row) => row.userId === userId)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .map(withoutHash);
    },
    async revoke(userId, id) {
      return removeWhere(apiTokens, (row) => row.id === id && row.userId === userId).length > 0;
    },
  };
}
