import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { openApiDocument } from './openApi.ts';
import { refusalsOf } from './refusals.ts';

type Operation = { operationId: string; responses: Record<string, unknown>; parameters?: { name: string }[] };

const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> };
const entries = Object.entries<RestRoute>(restCatalogue);

describe('OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(openApiDocument()));
    expect(result).toEqual({ valid: true });
  });

  it('describes every operation once and nothing else', () => {
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(entries.map(([id]) => id).toSorted());
  });

  it.each(entries)('%s names each parameter of its path', (_, route) => {
    const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    const declared = (operation?.parameters ?? []).map(({ name }) => name);
    expect(declared).toEqual(expect.arrayContaining(named));
  });

  it.each(entries)('%s says how it can be refused', (_, route) => {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    expect(refusalsOf(route)).toEqual(expect.arrayContaining(['bad_request', 'rate_limited', 'internal']));
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining([String(route.status), '400', '429', '500']),
    );
  });
});
