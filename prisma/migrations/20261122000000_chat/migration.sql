CREATE TABLE "chatrooms" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    -- What two rooms of a space may not share: the folded name. Direct ones have none, and nulls never clash.
    "name_key" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "is_private" BOOLEAN NOT NULL DEFAULT false,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "slow_mode_s" INTEGER NOT NULL DEFAULT 0,
    "direct_key" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    -- Kept by the transaction that writes to the log, which locks this row.
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "last_message_at" TIMESTAMPTZ(3),

    CONSTRAINT "chatrooms_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "chatrooms_kind_check" CHECK ("kind" IN ('room', 'direct')),
    CONSTRAINT "chatrooms_direct_check" CHECK (("kind" = 'direct') = ("direct_key" IS NOT NULL)),
    CONSTRAINT "chatrooms_slow_mode_check" CHECK ("slow_mode_s" >= 0),
    CONSTRAINT "chatrooms_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chatrooms_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE
)
-- Each append changes the counters: room in the pages keeps such rows in place.
WITH (fillfactor = 70);

CREATE UNIQUE INDEX "chatrooms_space_id_name_key_key" ON "chatrooms"("space_id", "name_key");
CREATE UNIQUE INDEX "chatrooms_space_id_direct_key_key" ON "chatrooms"("space_id", "direct_key");
CREATE UNIQUE INDEX "chatrooms_space_id_is_default_idx" ON "chatrooms"("space_id", "is_default") WHERE "is_default";
CREATE INDEX "chatrooms_created_by_idx" ON "chatrooms"("created_by");

CREATE TABLE "chatroom_members" (
    "chatroom_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "read_seq" INTEGER NOT NULL DEFAULT 0,
    -- "ordinal" of the entry "read_seq": the unread messages are the room's "message_count" less this.
    "read_ordinal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "chatroom_members_pkey" PRIMARY KEY ("chatroom_id", "user_id"),
    CONSTRAINT "chatroom_members_role_check" CHECK ("role" IN ('member', 'admin', 'owner')),
    CONSTRAINT "chatroom_members_chatroom_id_fkey" FOREIGN KEY ("chatroom_id") REFERENCES "chatrooms"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chatroom_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
)
WITH (fillfactor = 70);

CREATE INDEX "chatroom_members_user_id_chatroom_id_idx" ON "chatroom_members"("user_id", "chatroom_id");

-- The log of all rooms. A row of the kind `message` holds the message as it stands now; the others say what was done.
CREATE TABLE "Message" (
    "chatroom_id" UUID NOT NULL,
    -- From 1 upwards in each room, without gaps.
    "seq" INTEGER NOT NULL,
    -- Messages (not other entries) of the room up to this one, itself included: unread messages are counted by it.
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    -- The message that this is, or is about.
    "message_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT,
    "content" TEXT NOT NULL DEFAULT '',
    -- First text of a message that was edited or deleted; only moderators read it.
    "original" TEXT,
    "mentions" JSONB,
    "file" JSONB,
    "reply_to" UUID,
    "thread_id" UUID,
    "reply_count" INTEGER NOT NULL DEFAULT 0,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "pinned_at" TIMESTAMPTZ(3),
    "reactions" JSONB,
    "emoji" TEXT,
    "is_on" BOOLEAN,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("chatroom_id", "seq"),
    CONSTRAINT "Message_kind_check" CHECK ("kind" IN ('message', 'edit', 'delete', 'react', 'pin')),
    CONSTRAINT "Message_type_check"
        CHECK (("kind" = 'message') = ("type" IS NOT NULL) AND "type" IN ('text', 'image', 'file', 'voice')),
    CONSTRAINT "Message_numbers_check" CHECK ("seq" >= 1 AND "ordinal" BETWEEN 0 AND "seq"),
    CONSTRAINT "Message_chatroom_id_fkey" FOREIGN KEY ("chatroom_id") REFERENCES "chatrooms"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    -- Who deleted their account stays as an emptied row, so that what they wrote keeps an author.
    CONSTRAINT "Message_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE RESTRICT ON UPDATE CASCADE
) PARTITION BY HASH ("chatroom_id");

CREATE TABLE "Message_0" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE "Message_1" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE "Message_2" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE "Message_3" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE "Message_4" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE "Message_5" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE "Message_6" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE "Message_7" PARTITION OF "Message" FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- The sender's own id: the same again writes nothing. The person first, so that theirs are found in all rooms.
CREATE UNIQUE INDEX "Message_user_id_chatroom_id_client_id_key"
    ON "Message"("user_id", "chatroom_id", "client_id");
-- Ids of messages rise with time, so that an entry costs this index little.
CREATE INDEX "Message_message_id_idx" ON "Message"("message_id");
CREATE INDEX "Message_chatroom_id_thread_id_seq_idx" ON "Message"("chatroom_id", "thread_id", "seq")
    WHERE "thread_id" IS NOT NULL;
CREATE INDEX "Message_chatroom_id_pinned_at_idx" ON "Message"("chatroom_id", "pinned_at")
    WHERE "pinned_at" IS NOT NULL;
-- Entries come in the order of their times: ranges of pages find a month of figures, and cost next to nothing.
CREATE INDEX "Message_at_idx" ON "Message" USING BRIN ("at");
-- Words of any language, without stemming.
CREATE INDEX "Message_content_idx" ON "Message" USING GIN (to_tsvector('simple', "content"))
    WHERE "kind" = 'message' AND "deleted_at" IS NULL;

-- Whom a message mentions or answers, authors themselves left out; nothing of deleted messages.
CREATE TABLE "chat_mentions" (
    "user_id" UUID NOT NULL,
    "chatroom_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "chat_mentions_pkey" PRIMARY KEY ("user_id", "chatroom_id", "seq"),
    CONSTRAINT "chat_mentions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chat_mentions_chatroom_id_fkey" FOREIGN KEY ("chatroom_id") REFERENCES "chatrooms"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "chat_mentions_user_id_message_id_idx" ON "chat_mentions"("user_id", "message_id");
CREATE INDEX "chat_mentions_chatroom_id_seq_idx" ON "chat_mentions"("chatroom_id", "seq");

-- A file loses its room with it and stays until its bytes were taken from the storage too.
CREATE TABLE "chat_files" (
    "id" UUID NOT NULL,
    "chatroom_id" UUID,
    "uploader_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "duration_ms" INTEGER,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" UUID,
    -- When its message was deleted.
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_files_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "chat_files_chatroom_id_fkey" FOREIGN KEY ("chatroom_id") REFERENCES "chatrooms"("id")
        ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "chat_files_uploader_id_fkey" FOREIGN KEY ("uploader_id") REFERENCES "users"("id")
        ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "chat_files_chatroom_id_idx" ON "chat_files"("chatroom_id");
CREATE INDEX "chat_files_uploader_id_id_idx" ON "chat_files"("uploader_id", "id");
CREATE INDEX "chat_files_storage_key_idx" ON "chat_files"("storage_key");
CREATE INDEX "chat_files_message_id_idx" ON "chat_files"("message_id");

CREATE TABLE "chat_reports" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "chatroom_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reporter_id" UUID,
    "reason" TEXT NOT NULL,
    "term" TEXT,
    "content" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_reports_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "chat_reports_status_check" CHECK ("status" IN ('open', 'dismissed', 'deleted')),
    CONSTRAINT "chat_reports_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chat_reports_chatroom_id_fkey" FOREIGN KEY ("chatroom_id") REFERENCES "chatrooms"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chat_reports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id")
        ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "chat_reports_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "users"("id")
        ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "chat_reports_resolved_by_fkey" FOREIGN KEY ("resolved_by") REFERENCES "users"("id")
        ON DELETE RESTRICT ON UPDATE CASCADE
);

-- One open report of a message by one person; those of the list of words have nobody, and nulls never clash.
CREATE UNIQUE INDEX "chat_reports_message_id_reporter_id_idx" ON "chat_reports"("message_id", "reporter_id")
    WHERE "status" = 'open';
CREATE INDEX "chat_reports_space_id_status_id_idx" ON "chat_reports"("space_id", "status", "id");
CREATE INDEX "chat_reports_chatroom_id_idx" ON "chat_reports"("chatroom_id");
CREATE INDEX "chat_reports_author_id_idx" ON "chat_reports"("author_id");
CREATE INDEX "chat_reports_reporter_id_idx" ON "chat_reports"("reporter_id");
CREATE INDEX "chat_reports_resolved_by_idx" ON "chat_reports"("resolved_by");

CREATE TABLE "chat_filters" (
    "space_id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "action" TEXT NOT NULL,

    CONSTRAINT "chat_filters_pkey" PRIMARY KEY ("space_id", "term"),
    CONSTRAINT "chat_filters_action_check" CHECK ("action" IN ('refuse', 'review')),
    CONSTRAINT "chat_filters_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "chat_mutes" (
    "space_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_mutes_pkey" PRIMARY KEY ("space_id", "user_id"),
    CONSTRAINT "chat_mutes_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chat_mutes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "chat_mutes_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE INDEX "chat_mutes_user_id_idx" ON "chat_mutes"("user_id");
CREATE INDEX "chat_mutes_created_by_idx" ON "chat_mutes"("created_by");
