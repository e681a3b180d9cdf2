/**
 * The swap-manager as a bundle: {@link org.understudy.swap.provider.FrameworkHost} is the framework as the engine sees
 * it, {@link org.understudy.swap.provider.Hiding} keeps slots out of sight, {@link
 * org.understudy.swap.provider.BundleFront} shows the handles.
 */
package org.understudy.swap.provider;
