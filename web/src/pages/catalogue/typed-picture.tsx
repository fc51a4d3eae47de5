import { useEffect, useState } from 'react';
import { Picture, typedPicture } from '../../desk/picture.tsx';

/** So long after the last key the hub is asked for the picture: each key makes another address. */
const PAUSE_MS = 600;

/** What stands under an address that is being typed. */
export function TypedPicture({ address, alt }: { readonly address: string; readonly alt: string }) {
  const [settled, setSettled] = useState(address);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(address), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [address]);
  return <Picture size="card" alt={alt} src={settled === address ? typedPicture(address) : null} />;
}
