import { done } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import { refuse } from '../refusals';

/** A post (岗位) with its two named people: lead (A岗) and deputy (B岗). */
export interface Post extends HallKey {
  readonly code: string;
  readonly name: string;
  readonly duties: readonly string[];
  readonly windowId: string;
  readonly leadId: string;
  readonly deputyId: string;
  /** Grows with every change of the post's authority; orders its events. */
  readonly version: number;
}

/**
 * A post is valid only with two different people who substitute for each other.
 *
 * @regulation S5.1a S5.1b
 * @refuses POST_NEEDS_TWO_HOLDERS when lead and deputy are the same person
 */
export function decidePost(post: Post): Outcome<Post> {
  return post.leadId === post.deputyId ? refuse('POST_NEEDS_TWO_HOLDERS') : done(post);
}
