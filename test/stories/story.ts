import type { Scene } from './scene.ts';

/** Something that happens between a buyer and a seller, played at one shop. */
export interface Story {
  readonly title: string;
  play(scene: Scene): Promise<void>;
}
