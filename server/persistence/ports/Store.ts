import type {
  ChatFileRepository,
  ChatLogRepository,
  ChatModerationRepository,
  ChatroomRepository,
} from './chat.ts';
import type {
  ApiTokenRepository,
  IdentityRepository,
  LinkRepository,
  LoginRepository,
} from './credentials.ts';
import type { AuditRepository, BanRepository, BlockRepository, IdempotencyRepository } from './moderation.ts';
import type { PositionRepository } from './positions.ts';
import type { InvitationRepository, MembershipRepository, SpaceRepository } from './spaces.ts';
import type { UserRepository } from './users.ts';

/** All that is stored. Every method speaks JSON values only; instants are ISO 8601 in UTC with milliseconds. */
export interface Store {
  users: UserRepository;
  logins: LoginRepository;
  links: LinkRepository;
  apiTokens: ApiTokenRepository;
  identities: IdentityRepository;
  spaces: SpaceRepository;
  memberships: MembershipRepository;
  invitations: InvitationRepository;
  bans: BanRepository;
  audit: AuditRepository;
  blocks: BlockRepository;
  idempotency: IdempotencyRepository;
  positions: PositionRepository;
  chatrooms: ChatroomRepository;
  chatLog: ChatLogRepository;
  chatFiles: ChatFileRepository;
  chatModeration: ChatModerationRepository;
  /** One cheap question to the database; rejects when it does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
