import { describe, expect, it } from 'vitest';
import { capacityFrom, problemsOfDraft, problemsOfSpaceRefusal, type SpaceDraft } from './spaceDraft.ts';

const good: SpaceDraft = {
  name: 'Harbour Studio',
  slug: 'harbour-studio',
  visibility: 'unlisted',
  password: '',
  capacity: '50',
};

describe('a space as it is written', () => {
  it('is fine, or everything wrong with it is said at once', () => {
    expect(problemsOfDraft(good)).toEqual({});
    expect(
      problemsOfDraft({ name: ' ', slug: 'A', visibility: 'password', password: '', capacity: '0' }),
    ).toEqual({
      name: 'nameMissing',
      slug: 'addressBad',
      password: 'passwordMissing',
      capacity: 'capacityBad',
    });
  });

  it('may leave its address to the server and keep its password', () => {
    expect(problemsOfDraft({ ...good, slug: '' }, { maySlugBeEmpty: true })).toEqual({});
    expect(problemsOfDraft({ ...good, visibility: 'password' }, { mayPasswordBeEmpty: true })).toEqual({});
  });

  it('holds one to a thousand people', () => {
    expect([' 12 ', '1', '1000'].map(capacityFrom)).toEqual([12, 1, 1_000]);
    for (const typed of ['', '0', '1001', '-1', '1.5', '1e2', '٣']) expect(capacityFrom(typed)).toBeNull();
  });
});

describe('a refusal of a space', () => {
  it('belongs to the field that it names', () => {
    expect(problemsOfSpaceRefusal({ code: 'conflict', path: 'body.slug' })).toEqual({ slug: 'addressTaken' });
    expect(problemsOfSpaceRefusal({ code: 'bad_request', path: 'body.capacity' })).toEqual({
      capacity: 'capacityBad',
    });
  });

  it('belongs to the form where it names none', () => {
    expect(problemsOfSpaceRefusal({ code: 'bad_request', path: 'body.mapId' })).toEqual({});
    expect(problemsOfSpaceRefusal({ code: 'unavailable', path: undefined })).toEqual({});
  });
});
