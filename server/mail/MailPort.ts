/** One mail, ready to be sent. */
export interface Mail {
  /** Address in lower case, checked by the protocol's schema: it holds no line break and no list. */
  to: string;
  /** On one line. */
  subject: string;
  /** Plain text; the only form we send, so that nothing in it can be more than text. */
  text: string;
}

/** Sends mail. */
export interface MailPort {
  /** Hands the mail over. Rejects when the server does not take it. */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}
