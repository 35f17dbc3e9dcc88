import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire, and the only status that counts as an answer. */
export interface Question {
  url: URL;
  request: Buffer;
  status: number;
}

/**
 * Asks the same thing over and over on one connection for as long as `answered` returns true. Of each answer it reads
 * the head and only counts the body's bytes: a client that costs more than the server would measure itself.
 */
export async function keepAsking(
  { url, request, status }: Question,
  answered: (milliseconds: number) => boolean,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect(Number(url.port), url.hostname);
  let asked = 0;
  const ask = () => {
    asked = performance.now();
    socket.write(request);
  };
  readAnswers(socket, (came) => {
    if (came !== status) reject(new Error(`${url} answered ${came}, not ${status}`));
    else if (answered(performance.now() - asked)) ask();
    else resolve();
  });
  socket.on('connect', ask).on('error', reject);
  socket.on('close', () => reject(new Error(`${url} closed the connection`)));
  try {
    await promise;
  } finally {
    socket.destroy();
  }
}

const HEAD_END = '\r\n\r\n';

/** Calls back with the status of each answer once it is complete; 0 for one that is not as long as it says. */
function readAnswers(socket: Socket, onAnswer: (status: number) => void): void {
  let head = Buffer.alloc(0);
  let status: number | undefined;
  let missing = 0;
  socket.on('data', (chunk) => {
    if (status === undefined) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(HEAD_END);
      if (end === -1) return;
      const text = head.toString('latin1', 0, end);
      status = Number(text.split(' ', 2)[1]);
      missing = bodyLength(text, status) - (head.length - end - HEAD_END.length);
      head = Buffer.alloc(0);
    } else missing -= chunk.length;
    if (missing > 0) return;
    const complete = missing === 0 ? status : 0;
    status = undefined;
    onAnswer(complete);
  });
}

function bodyLength(head: string, status: number): number {
  if (status === 304) return 0;
  return Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
}
