namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward takes one argument.</summary>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the result; runs no hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Computes the result and runs the hooks.</summary>
            public TResult call(T input) => HasHooks ? CallWithHooks(input) : forward(input);

            private TResult CallWithHooks(T input)
            {
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    input = hook(this, input) ?? input;
                }

                var result = forward(input);
                foreach (var hook in post_hooks.Values)
                {
                    result = hook(this, input, result) ?? result;
                }

                RunModuleHooks(module_post_hooks);
                return result;
            }
        }

        /// <summary>A module whose forward takes two arguments.</summary>
        public abstract class Module<T1, T2, TResult>
            : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);

            public TResult call(T1 input1, T2 input2) => HasHooks ? CallWithHooks(input1, input2) : forward(input1, input2);

            private TResult CallWithHooks(T1 input1, T2 input2)
            {
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                }

                var result = forward(input1, input2);
                foreach (var hook in post_hooks.Values)
                {
                    result = hook(this, input1, input2, result) ?? result;
                }

                RunModuleHooks(module_post_hooks);
                return result;
            }
        }

        /// <summary>A module whose forward takes three arguments.</summary>
        public abstract class Module<T1, T2, T3, TResult>
            : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            public TResult call(T1 input1, T2 input2, T3 input3) => HasHooks ? CallWithHooks(input1, input2, input3) : forward(input1, input2, input3);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3)
            {
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    (input1, input2, input3) = hook(this, input1, input2, input3) ?? (input1, input2, input3);
                }

                var result = forward(input1, input2, input3);
                foreach (var hook in post_hooks.Values)
                {
                    result = hook(this, input1, input2, input3, result) ?? result;
                }

                RunModuleHooks(module_post_hooks);
                return result;
            }
        }

        /// <summary>A module whose forward takes four arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, IModule<T1, T2, T3, T4, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) => HasHooks ? CallWithHooks(input1, input2, input3, input4) : forward(input1, input2, input3, input4);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    (input1, input2, input3, input4) = hook(this, input1, input2, input3, input4) ?? (input1, input2, input3, input4);
                }

                var result = forward(input1, input2, input3, input4);
                foreach (var hook in post_hooks.Values)
                {
                    result = hook(this, input1, input2, input3, input4, result) ?? result;
                }

                RunModuleHooks(module_post_hooks);
                return result;
            }
        }

        /// <summary>A module whose forward takes five arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) => HasHooks ? CallWithHooks(input1, input2, input3, input4, input5) : forward(input1, input2, input3, input4, input5);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    (input1, input2, input3, input4, input5) = hook(this, input1, input2, input3, input4, input5) ?? (input1, input2, input3, input4, input5);
                }

                var result = forward(input1, input2, input3, input4, input5);
                foreach (var hook in post_hooks.Values)
                {
                    result = hook(this, input1, input2, input3, input4, input5, result) ?? result;
                }

                RunModuleHooks(module_post_hooks);
                return result;
            }
        }

        /// <summary>A module whose forward takes six arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) => HasHooks ? CallWithHooks(input1, input2, input3, input4, input5, input6) : forward(input1, input2, input3, input4, input5, input6);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                {
                    (input1, input2, input3, input4, input5, input6) = hook(this, input1, input2, input3, input4, input5, input6) ?? (input1, input2, input3, input4, input5, input6);
                }

                var result = forward(input1, input2, input3, input4, input5, input6);
                foreach (var hook in post_hooks.Values)
                {
                    result = hook(this, input1, input2, input3, input4, input5, input6, result) ?? result;
                }

                RunModuleHooks(module_post_hooks);
                return result;
            }
        }
    }
}
