import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import { auditActions, auditWords, keyOfAction } from './audit.ts';

const at = '2026-03-01T09:00:00.000Z';
const words = (action: string, detail: Record<string, unknown> = {}) => auditWords({ action, at, detail });

describe('the history of a space', () => {
  it('has a sentence and a name for every action, in every language', () => {
    for (const locale of locales) {
      const { actions, sentences } = messagesOf(locale).spaceAudit;
      for (const action of auditActions) {
        expect(actions[keyOfAction(action)], `${locale} ${action}`).toBeTruthy();
        expect(sentences[words(action).key], `${locale} ${action}`).toContain('<b>');
      }
    }
  });

  it('names the role that was given', () => {
    expect(words('member.role', { from: 'member', to: 'moderator' }).role).toBe('moderator');
    expect(words('member.add', { role: 'guest', by: 'password' }).role).toBe('guest');
    expect(words('member.role', { to: 'emperor' }).role).toBe('member');
  });

  it('names what was edited as far as there are words for it', () => {
    const edit = words('space.edit', { fields: ['capacity', 'name', 'secret'] });
    expect(edit).toMatchObject({ key: 'space_edit_fields', fields: ['name', 'capacity'] });
    expect(words('space.edit', { fields: 'name' }).key).toBe('space_edit');
  });

  it('says how long a ban lasts, and why', () => {
    const ban = words('participant.ban', { reason: 'Shouting', durationS: 3_600 });
    expect(ban).toMatchObject({
      key: 'participant_ban_until',
      until: '2026-03-01T10:00:00.000Z',
      quote: 'Shouting',
    });
    expect(words('participant.ban', { reason: '', durationS: null })).toMatchObject({
      key: 'participant_ban',
      until: null,
      quote: null,
    });
  });

  it('names the chatroom, the role in it and how a report was settled', () => {
    const role = words('chatroom.member', { room: 'Garden', role: 'admin' });
    expect(role).toMatchObject({ key: 'chatroom_member', room: 'Garden', roomRole: 'admin' });
    expect(words('chatroom.edit', { name: 'Garden' }).room).toBe('Garden');
    expect(words('chatroom.delete', { name: 7 }).room).toBeNull();
    expect(words('report.resolve', { action: 'dismiss' }).resolution).toBe('dismiss');
  });

  it('says how long a mute in the chat lasts', () => {
    const until = '2026-03-01T10:00:00.000Z';
    for (const detail of [{ until }, { forS: 3_600 }, { durationS: 3_600 }]) {
      expect(words('chat.mute', detail)).toMatchObject({ key: 'chat_mute_until', until });
    }
    expect(words('chat.mute', { until: null }).key).toBe('chat_mute');
    expect(words('chat.mute', { until: 'soon' }).key).toBe('chat_mute');
    expect(words('chatroom.kick', { until }).until).toBeNull();
  });

  it('says something of an action that it does not know', () => {
    expect(words('space.paint', { reason: 'x' })).toMatchObject({ key: 'other', quote: null });
  });

  it('never lets a name become markup', () => {
    const t = createTranslator({
      locale: 'en',
      messages: messagesOf('en'),
      namespace: 'spaceAudit.sentences',
    });
    const said = t.markup('space_lock', { actor: '<i>Mallory</i>', b: (chunks) => `[${chunks}]` });
    expect(said).toBe('[<i>Mallory</i>] locked the door');
  });
});
