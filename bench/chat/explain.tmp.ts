import { PGlite } from '@electric-sql/pglite';
import { v7 as uuidv7 } from 'uuid';
import { readMigrations, migrationsDir } from '../../server/persistence/migrations/files.ts';
const db = await PGlite.create();
for (const m of readMigrations(migrationsDir)) await db.exec((m as never as { sql: string }).sql);
await db.exec(`INSERT INTO users (id, name, created_at, updated_at) SELECT gen_random_uuid(), 'P', now(), now() FROM generate_series(1,1000)`).catch(async (e) => { console.log(e.message); });
const cols = await db.query(`select column_name, is_nullable, column_default from information_schema.columns where table_name='users'`);
if ((await db.query('select 1 from users limit 1')).rows.length === 0) { console.log(cols.rows); process.exit(); }
const sp = uuidv7();
await db.query(`INSERT INTO spaces (id, slug, name, map_id, map_url, region, created_at, updated_at, visibility, capacity) VALUES ($1,'s','S','office','/m','local', now(), now(),'unlisted',10)`, [sp]).catch(async (e) => { console.log(e.message, (await db.query(`select column_name, is_nullable, column_default from information_schema.columns where table_name='spaces'`)).rows); process.exit(); });
const users = (await db.query<{ id: string }>('select id from users')).rows.map((r) => r.id);
const rooms = Array.from({ length: 50 }, () => uuidv7());
for (const [i, r] of rooms.entries()) await db.query(`INSERT INTO chatrooms (id, space_id, kind, name, created_at) VALUES ($1,$2,'room',$3, now())`, [r, sp, `r${i}`]);
const seqs = new Map(rooms.map((r) => [r, 0]));
const text = Array.from({ length: 20 }, (_, i) => `word${i}`).join(' ').slice(0, 100);
const rowsOf = (n: number) => Array.from({ length: n }, () => { const r = rooms[Math.floor(Math.random() * 50)]!; const seq = seqs.get(r)! + 1; seqs.set(r, seq); return { roomId: r, seq, ordinal: seq, kind: 'message', at: new Date().toISOString(), userId: users[Math.floor(Math.random() * 1000)]!, clientId: uuidv7(), messageId: uuidv7(), type: 'text', content: text, replyCount: 0 }; });
const insert = `INSERT INTO "Message" (chatroom_id, seq, ordinal, kind, message_id, user_id, client_id, at, type, content,
      original, mentions, file, reply_to, thread_id, reply_count, edited_at, deleted_at, pinned_at, reactions, emoji, is_on)
    SELECT "roomId", seq, ordinal, kind, "messageId", "userId", "clientId", at, type, COALESCE(content, ''),
      original, mentions, file, "replyTo", "threadId", COALESCE("replyCount", 0), "editedAt", "deletedAt", "pinnedAt", reactions, emoji, "isOn"
    FROM jsonb_to_recordset($1::jsonb) AS new("roomId" uuid, seq int, ordinal int, kind text, "messageId" uuid, "userId" uuid, "clientId" uuid, at timestamptz, type text, content text, original text,
      mentions jsonb, file jsonb, "replyTo" uuid, "threadId" uuid, "replyCount" int, "editedAt" timestamptz, "deletedAt" timestamptz, "pinnedAt" timestamptz, reactions jsonb, emoji text, "isOn" boolean)`;
const insertUnnest = `INSERT INTO "Message" (chatroom_id, seq, ordinal, kind, message_id, user_id, client_id, at, type, content, reply_count)
    SELECT *, 0 FROM unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::text[], $10::text[])`;
const cpu = async (label: string, n: number, per: number, f: () => Promise<unknown>) => { const c0 = process.cpuUsage(); for (let i = 0; i < n; i++) await f(); const c = process.cpuUsage(c0); console.log(label, ((c.user + c.system) / n / per).toFixed(1), 'µs each'); };
await cpu('insert json 500', 20, 500, () => db.query(insert, [JSON.stringify(rowsOf(500))]));
await cpu('insert json 500', 20, 500, () => db.query(insert, [JSON.stringify(rowsOf(500))]));
const cols2 = (rows: ReturnType<typeof rowsOf>) => [rows.map((r) => r.roomId), rows.map((r) => r.seq), rows.map((r) => r.ordinal), rows.map((r) => r.kind), rows.map((r) => r.messageId), rows.map((r) => r.userId), rows.map((r) => r.clientId), rows.map((r) => r.at), rows.map((r) => r.type), rows.map((r) => r.content)];
await cpu('insert unnest 500', 20, 500, () => db.query(insertUnnest, cols2(rowsOf(500))));
await cpu('insert json 1', 200, 1, () => db.query(insert, [JSON.stringify(rowsOf(1))]));
await cpu('insert unnest 1', 200, 1, () => db.query(insertUnnest, cols2(rowsOf(1))));
await cpu('insert json 500 in room order', 20, 500, () => db.query(insert, [JSON.stringify(rowsOf(500).sort((a, b) => a.roomId < b.roomId ? -1 : 1))]));
const sel = 'entry.chatroom_id, entry.seq, entry.content';
const plain = `SELECT ${sel} FROM jsonb_to_recordset($1::jsonb) AS sent("roomId" uuid, "userId" uuid, "clientId" uuid)
    JOIN "Message" AS entry ON entry.user_id = "userId" AND entry.chatroom_id = "roomId" AND entry.client_id = "clientId"`;
const lateral = `SELECT ${sel} FROM jsonb_to_recordset($1::jsonb) AS sent("roomId" uuid, "userId" uuid, "clientId" uuid)
    CROSS JOIN LATERAL (SELECT * FROM "Message" AS entry WHERE entry.user_id = "userId" AND entry.chatroom_id = "roomId" AND entry.client_id = "clientId" LIMIT 1) AS entry`;
for (const [name, q] of [['plain', plain], ['lateral', lateral]] as const) for (const n of [1, 20, 500])
  await cpu(`${name} ${n}`, 20, 1, () => db.query(q, [JSON.stringify(rowsOf(n).map(({ roomId, userId, clientId }) => ({ roomId, userId, clientId })))]));
console.log((await db.query(`EXPLAIN ANALYZE ${plain}`, [JSON.stringify(rowsOf(1))])).rows.map((r) => Object.values(r as object)[0]).join('\n'));
console.log((await db.query(`EXPLAIN ANALYZE ${lateral}`, [JSON.stringify(rowsOf(500))])).rows.map((r) => Object.values(r as object)[0]).join('\n'));
await cpu('update rooms 50', 20, 1, () => db.query(`UPDATE chatrooms SET last_seq = "lastSeq", message_count="messageCount", last_message_at="lastMessageAt" FROM jsonb_to_recordset($1::jsonb) AS counters(id uuid, "lastSeq" int, "messageCount" int, "lastMessageAt" timestamptz) WHERE chatrooms.id = counters.id`, [JSON.stringify(rooms.map((id) => ({ id, lastSeq: seqs.get(id), messageCount: seqs.get(id), lastMessageAt: new Date().toISOString() })))]));
await cpu('BEGIN+COMMIT', 100, 1, async () => { await db.exec('BEGIN'); await db.exec('COMMIT'); });
for (const idx of ['Message_content_idx', 'Message_message_id_idx', 'Message_at_idx', 'Message_user_id_chatroom_id_client_id_key']) { await db.exec(`DROP INDEX "${idx}"`); await cpu(`insert without ${idx} (too)`, 20, 500, () => db.query(insert, [JSON.stringify(rowsOf(500))])); }
await db.exec(`ALTER TABLE "Message" DROP CONSTRAINT "Message_chatroom_id_fkey"; ALTER TABLE "Message" DROP CONSTRAINT "Message_user_id_fkey"`);
await cpu('no fks', 20, 500, () => db.query(insert, [JSON.stringify(rowsOf(500))]));
await cpu('just parse', 20, 500, () => db.query(`SELECT count(*), max(at), max(content), max(seq) FROM jsonb_to_recordset($1::jsonb) AS new("roomId" uuid, seq int, ordinal int, kind text, "messageId" uuid, "userId" uuid, "clientId" uuid, at timestamptz, type text, content text)`, [JSON.stringify(rowsOf(500))]));
