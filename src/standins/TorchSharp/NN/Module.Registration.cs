using System.Collections.Concurrent;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private static readonly ConcurrentDictionary<Type, (string Name, FieldInfo Field)[]> s_componentFields = new();

            private bool _areComponentsRegistered;

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                {
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                }

                if (!_internal_buffers.ContainsKey(name))
                {
                    _internal_buffers.Add(name, (tensor.DetachFromDisposeScope(), persistent));
                    return;
                }

                throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                {
                    throw new ArgumentNullException(nameof(param), "A null tensor cannot be registered as a parameter.");
                }

                if (!_internal_params.ContainsKey(name))
                {
                    param.DetachFromDisposeScope();
                    _internal_params.Add(name, param);
                    return;
                }

                throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Makes <paramref name="submodule"/> a child, or removes the child of that name when it is null.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }

                if (string.IsNullOrEmpty(name))
                {
                    throw new ArgumentException("module name can't be empty string \"\"");
                }

                if (name.Contains('.'))
                {
                    throw new ArgumentException($"module name can't contain \".\", got: {name}");
                }

                if (_internal_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }

                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <summary>
            /// Registers what the fields of this module hold: modules, parameters, and other tensors as buffers.
            /// A name that is registered already is left alone.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered)
                {
                    return;
                }

                foreach (var (fieldName, field) in s_componentFields.GetOrAdd(GetType(), ComponentFields))
                {
                    if (_internal_submodules.ContainsKey(fieldName) || _internal_params.ContainsKey(fieldName) || _internal_buffers.ContainsKey(fieldName))
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(fieldName, module);
                            break;
                        case Parameter parameter:
                            register_parameter(fieldName, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(fieldName, tensor);
                            break;
                    }
                }

                _areComponentsRegistered = true;
            }

            protected void ConditionallyRegisterParameter(string name, Tensor? value) =>
                ConditionallyRegisterParameter(name, value as Parameter);

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                    return;
                }

                value.DetachFromDisposeScope();
                _internal_params[name] = value;
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _internal_buffers.Remove(name);
                    return;
                }

                value.DetachFromDisposeScope();
                _internal_buffers[name] = (value, persistent);
            }

            protected void ClearModules() => _internal_submodules.clear();

            private static (string, FieldInfo)[] ComponentFields(Type type)
            {
                const BindingFlags instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
                var seen = new HashSet<string>();
                var fields = new List<(string, FieldInfo)>();
                for (var declaring = type; declaring != null && declaring != typeof(Module); declaring = declaring.BaseType)
                {
                    foreach (var field in declaring.GetFields(instance))
                    {
                        if (!field.FieldType.IsValueType && seen.Add(field.Name))
                        {
                            fields.Add((field.ComponentName(), field));
                        }
                    }
                }

                return [.. fields];
            }
        }
    }
}
