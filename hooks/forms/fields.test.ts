import { describe, expect, it } from 'vitest';
import { readFields } from './fields.ts';
import { problemsOfRefusal } from './refusals.ts';

const kinds = { name: 'name', email: 'email', password: 'newPassword' } as const;

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

const good = { name: ' Mira ', email: ' Mira@Example.ORG', password: ' lamp ocean seven ' };

describe('reading a form', () => {
  it('gives the values as the server takes them; passwords keep their blanks', () => {
    expect(readFields(formOf(good), kinds)).toEqual({
      values: { name: 'Mira', email: 'mira@example.org', password: ' lamp ocean seven ' },
      problems: null,
    });
  });

  it('tells everything that is missing at once', () => {
    expect(readFields(formOf({ name: ' ', email: '' }), kinds).problems).toEqual({
      name: 'nameMissing',
      email: 'emailMissing',
      password: 'newPasswordMissing',
    });
  });

  it('tells what is wrong with what is written', () => {
    const form = formOf({ name: 'Mira\u202e', email: 'mira@', password: 'short' });
    expect(readFields(form, kinds).problems).toEqual({
      name: 'nameRefused',
      email: 'emailRefused',
      password: 'passwordShort',
    });
    expect(readFields(formOf({ ...good, password: 'x'.repeat(201) }), kinds).problems).toEqual({
      password: 'passwordLong',
    });
  });

  it('takes any password that proves somebody, however short', () => {
    expect(readFields(formOf({ password: ' ' }), { password: 'password' }).problems).toBeNull();
    expect(readFields(formOf({ password: '' }), { password: 'password' }).problems).toEqual({
      password: 'passwordMissing',
    });
  });

  it('refuses a file where a text should be', () => {
    const form = formOf(good);
    form.set('email', new Blob(['x']));
    expect(readFields(form, kinds).problems).toEqual({ email: 'emailMissing' });
  });
});

describe('a refusal of the server', () => {
  it('belongs to the field that it names', () => {
    expect(problemsOfRefusal({ code: 'bad_request', path: 'body.email' }, kinds)).toEqual({
      email: 'emailRefused',
    });
    expect(problemsOfRefusal({ code: 'bad_request', path: 'name' }, kinds)).toEqual({ name: 'nameRefused' });
  });

  it('about a weak password belongs to the one that is chosen', () => {
    expect(problemsOfRefusal({ code: 'weak_password', path: 'password' }, kinds)).toEqual({
      password: 'passwordWeak',
    });
  });

  it('about a password that proves somebody, or an address that is taken, belongs there', () => {
    const proving = { current: 'password', email: 'email' } as const;
    expect(problemsOfRefusal({ code: 'wrong_credentials', path: 'current' }, proving)).toEqual({
      current: 'passwordWrong',
    });
    expect(problemsOfRefusal({ code: 'conflict', path: 'email' }, proving)).toEqual({ email: 'emailTaken' });
  });

  it('belongs to the form where it names no field of it', () => {
    expect(problemsOfRefusal({ code: 'bad_request', path: 'body.returnTo' }, kinds)).toEqual({});
    expect(problemsOfRefusal({ code: 'wrong_credentials', path: undefined }, kinds)).toEqual({});
    expect(problemsOfRefusal({ code: 'rate_limited', path: 'body.email' }, kinds)).toEqual({});
  });
});
