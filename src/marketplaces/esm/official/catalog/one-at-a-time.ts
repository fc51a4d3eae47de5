/** Lets calls about one product follow each other: its site loses what is sent while another call is under way. */
export type OneAtATime = <Result>(goodsNo: string, work: () => Promise<Result>) => Promise<Result>;

/** A queue for every product of one account. */
export function oneAtATime(): OneAtATime {
  const queues = new Map<string, Promise<unknown>>();
  return async (goodsNo, work) => {
    const before = queues.get(goodsNo) ?? Promise.resolve();
    const own = before.then(work, work);
    queues.set(goodsNo, own);
    try {
      return await own;
    } finally {
      if (queues.get(goodsNo) === own) queues.delete(goodsNo);
    }
  };
}
