import { loadedBy } from '@hall/platform/graphql';
import type { LoadedDecorator } from '@hall/platform/graphql';
import type { StaffingLoaders } from './loaders';

/** Declares a field that a loader of this service fills. */
export const Loaded: LoadedDecorator<StaffingLoaders> = loadedBy();
