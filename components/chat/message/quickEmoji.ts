/** Reactions that are one press away. */
export const quickEmoji = ['👍', '❤️', '😂', '🎉', '👀'] as const;
