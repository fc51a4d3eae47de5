import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A mail as the server took it, decoded. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
}

export interface SmtpServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers a step (`RCPT`, `DATA`, …) with this line from now on; undefined answers as usual again. */
  answer(step: string, line: string | undefined): void;
  /** Takes mails but hangs up before it says so. */
  loseAnswers(lost: boolean): void;
  /** Waits until so many mails have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface SmtpLogin {
  readonly user: string;
  readonly password: string;
}

/** A small mail server on a free port that keeps what it is given. It wants the login where one is given. */
export async function startSmtp(login?: SmtpLogin): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const answers = new Map<string, string>();
  const sockets = new Set<Socket>();
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let losesAnswers = false;

  function take(mail: ReceivedMail): void {
    mails.push(mail);
    for (const { count, resolve } of waiting) if (mails.length >= count) resolve();
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let from = '';
    let to: string[] = [];
    let data: string[] | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mail.test ESMTP');

    const onLine = (line: string) => {
      if (data !== null) {
        if (line !== '.') data.push(line.replace(/^\./, ''));
        else {
          const taken = readMail(from, to, data);
          data = null;
          const refusal = answers.get('END');
          if (refusal !== undefined) return say(refusal);
          take(taken);
          if (losesAnswers) socket.destroy();
          else say('250 taken');
        }
        return;
      }
      const step = line.slice(0, 4).toUpperCase();
      const refusal = answers.get(step);
      if (refusal !== undefined) return say(refusal);
      if (step === 'EHLO')
        return say(login === undefined ? '250 mail.test' : '250-mail.test\r\n250 AUTH PLAIN');
      if (step === 'AUTH') {
        const [, , sent = ''] = line.split(' ');
        const wanted = Buffer.from(`\0${login?.user}\0${login?.password}`).toString('base64');
        return say(sent === wanted ? '235 welcome' : '535 5.7.8 wrong user or password');
      }
      if (step === 'MAIL') {
        from = addressIn(line);
        to = [];
      }
      if (step === 'RCPT') to.push(addressIn(line));
      if (step === 'DATA') {
        data = [];
        return say('354 go on');
      }
      say('250 fine');
      if (step === 'QUIT') socket.end();
    };
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  const userInfo = login === undefined ? '' : `${login.user}:${encodeURIComponent(login.password)}@`;
  return {
    url: `smtp://${userInfo}127.0.0.1:${address.port}`,
    mails,
    answer(step, line) {
      if (line === undefined) answers.delete(step);
      else answers.set(step, line);
    },
    loseAnswers(lost) {
      losesAnswers = lost;
    },
    received: (count) =>
      mails.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve: () => resolve() })),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function readMail(from: string, to: readonly string[], lines: readonly string[]): ReceivedMail {
  const border = lines.indexOf('');
  const headers: Record<string, string> = {};
  for (const line of lines.slice(0, border).join('\n').replaceAll(/\n\s+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const body = lines.slice(border + 1).join('\n');
  const encoding = headers['content-transfer-encoding'];
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body.replaceAll(/=\n/g, ''))
        : body;
  return { from, to: [...to], headers, subject: decodeWords(headers.subject ?? ''), text };
}

function quotedPrintable(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_match, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Words of a header as RFC 2047 writes them. */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_match, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}
