-- Accounts, roles, invitations, bans, the audit log, and what keeps two edits apart.

ALTER TABLE "users"
    ADD COLUMN "password_hash" TEXT,
    ADD COLUMN "is_operator" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "is_guest" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "cast_id" TEXT,
    ADD COLUMN "status" TEXT,
    ADD COLUMN "availability" TEXT NOT NULL DEFAULT 'online',
    ADD COLUMN "pronouns" TEXT,
    ADD COLUMN "language" TEXT,
    ADD COLUMN "time_zone" TEXT,
    ADD COLUMN "preferences" JSONB,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "deleted_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "users_availability_check" CHECK ("availability" IN ('online', 'away', 'busy')),
    ADD CONSTRAINT "users_language_check" CHECK ("language" IN ('en', 'de')),
    -- What is left of a deleted account names nobody.
    ADD CONSTRAINT "users_deleted_check" CHECK (
        "deleted_at" IS NULL
        OR num_nonnulls("email", "password_hash", "avatar_url", "cast_id", "status", "pronouns", "language",
                        "time_zone", "preferences") = 0
    );

UPDATE "users" SET "is_guest" = false WHERE "email" IS NOT NULL;

CREATE INDEX "users_is_operator_idx" ON "users"("is_operator");

CREATE TABLE "logins" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logins_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "logins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "logins_user_id_created_at_idx" ON "logins"("user_id", "created_at");
CREATE INDEX "logins_expires_at_idx" ON "logins"("expires_at");

CREATE TABLE "links" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID,
    "data" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "links_purpose_check"
        CHECK ("purpose" IN ('sign-up', 'email-change', 'password-reset', 'operator')),
    CONSTRAINT "links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "links_user_id_idx" ON "links"("user_id");
CREATE INDEX "links_purpose_idx" ON "links"("purpose");
CREATE INDEX "links_expires_at_idx" ON "links"("expires_at");

CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "api_tokens_secret_hash_key" ON "api_tokens"("secret_hash");
CREATE INDEX "api_tokens_user_id_id_idx" ON "api_tokens"("user_id", "id");

CREATE TABLE "identities" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("provider", "subject"),
    CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

ALTER TABLE "spaces"
    ADD COLUMN "description" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "welcome_text" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "map_id" TEXT NOT NULL DEFAULT 'office',
    ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'unlisted',
    ADD COLUMN "password_hash" TEXT,
    ADD COLUMN "capacity" INTEGER NOT NULL DEFAULT 50,
    ADD COLUMN "is_locked" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "created_by" UUID,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "archived_at" TIMESTAMPTZ(3),
    ADD COLUMN "deleted_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "spaces_visibility_check"
        CHECK ("visibility" IN ('public', 'unlisted', 'password', 'invite')),
    ADD CONSTRAINT "spaces_capacity_check" CHECK ("capacity" >= 1),
    ADD CONSTRAINT "spaces_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "spaces_visibility_id_idx" ON "spaces"("visibility", "id");
CREATE INDEX "spaces_created_by_idx" ON "spaces"("created_by");
CREATE INDEX "spaces_deleted_at_idx" ON "spaces"("deleted_at");

CREATE TABLE "memberships" (
    "space_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("space_id", "user_id"),
    CONSTRAINT "memberships_role_check"
        CHECK ("role" IN ('guest', 'member', 'moderator', 'admin', 'owner')),
    CONSTRAINT "memberships_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "memberships_space_id_joined_at_user_id_idx" ON "memberships"("space_id", "joined_at", "user_id");
CREATE INDEX "memberships_user_id_space_id_idx" ON "memberships"("user_id", "space_id");

CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "uses_most" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invitations_role_check"
        CHECK ("role" IN ('guest', 'member', 'moderator', 'admin', 'owner')),
    CONSTRAINT "invitations_uses_check" CHECK ("uses" >= 0 AND ("uses_most" IS NULL OR "uses" <= "uses_most")),
    CONSTRAINT "invitations_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "invitations_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");
CREATE INDEX "invitations_space_id_id_idx" ON "invitations"("space_id", "id");
CREATE INDEX "invitations_created_by_idx" ON "invitations"("created_by");
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

CREATE TABLE "bans" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "bans_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bans_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "bans_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "bans_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "bans_space_id_user_id_key" ON "bans"("space_id", "user_id");
CREATE INDEX "bans_space_id_id_idx" ON "bans"("space_id", "id");
CREATE INDEX "bans_user_id_idx" ON "bans"("user_id");
CREATE INDEX "bans_created_by_idx" ON "bans"("created_by");

CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "target_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "audit_entries_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "audit_entries_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "audit_entries_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "users"("id")
        ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE INDEX "audit_entries_space_id_id_idx" ON "audit_entries"("space_id", "id");
CREATE INDEX "audit_entries_space_id_action_id_idx" ON "audit_entries"("space_id", "action", "id");
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");
CREATE INDEX "audit_entries_actor_id_idx" ON "audit_entries"("actor_id");
CREATE INDEX "audit_entries_target_id_idx" ON "audit_entries"("target_id");

CREATE TABLE "blocks" (
    "user_id" UUID NOT NULL,
    "blocked_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("user_id", "blocked_id"),
    CONSTRAINT "blocks_other_check" CHECK ("user_id" <> "blocked_id"),
    CONSTRAINT "blocks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "blocks_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "users"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "blocks_user_id_created_at_blocked_id_idx" ON "blocks"("user_id", "created_at", "blocked_id");
CREATE INDEX "blocks_blocked_id_idx" ON "blocks"("blocked_id");

CREATE TABLE "idempotency_keys" (
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("actor_id", "key")
);

CREATE INDEX "idempotency_keys_claimed_at_idx" ON "idempotency_keys"("claimed_at");
