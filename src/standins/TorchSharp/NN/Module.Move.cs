using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                RequireAvailable(device.type);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                RequireAvailable(deviceType);
                _toEpilog(deviceType, deviceType == DeviceType.CPU ? -1 : deviceIndex, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Replaces every parameter and buffer that has another type or lies elsewhere, fields and properties included.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null)
                    {
                        child._to(dtype!.Value, non_blocking);
                    }
                    else if (dtype is null)
                    {
                        child._to(device.type, device.index, non_blocking);
                    }
                    else
                    {
                        child._to(device, dtype.Value, non_blocking);
                    }
                }

                foreach (var (name, parameter) in named_parameters(false).ToList())
                {
                    if (ReplaceParameter(dtype, device, parameter, out var moved))
                    {
                        ConditionallyRegisterParameter(name, moved);
                        SetMember(name, moved!);
                        parameter.Dispose();
                    }
                }

                foreach (var (name, (buffer, persistent)) in _internal_buffers.ToList<(string, (Tensor, bool))>())
                {
                    if (ReplaceBuffer(dtype, device, buffer, out var moved))
                    {
                        ConditionallyRegisterBuffer(name, moved, persistent);
                        SetMember(name, moved!);
                    }
                }

                if (device is not null)
                {
                    _deviceType = device.type;
                    _deviceIndex = device.index;
                }
            }

            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                var (targetType, targetDevice) = Target(dtype, device, buffer);
                if (buffer.dtype == targetType && LiesOn(buffer, targetDevice))
                {
                    result = null;
                    return false;
                }

                result = buffer.to(targetType, targetDevice).DetachFromDisposeScope();
                buffer.Dispose();
                return true;
            }

            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                var (targetType, targetDevice) = Target(dtype, device, param);
                if (param.dtype == targetType && LiesOn(param, targetDevice))
                {
                    p = null;
                    return false;
                }

                // The move is no part of the graph: the new parameter must be a leaf.
                using var noGrad = no_grad();
                using var data = param.to(targetType, targetDevice);
                p = new Parameter(data, param.requires_grad);
                p.DetachFromDisposeScope();
                using var grad = param.grad;
                if (grad is not null)
                {
                    using var movedGrad = grad.to(targetType, targetDevice);
                    p.grad = movedGrad;
                }

                return true;
            }

            /// <summary>Devices have no equality; one without an index is the current one of its type.</summary>
            internal static bool LiesOn(Tensor tensor, Device device) =>
                tensor.device_type == device.type && (device.index < 0 || tensor.device_index == device.index);

            private static (ScalarType, Device) Target(ScalarType? dtype, Device? device, Tensor tensor) =>
                (dtype is not null && (tensor.is_floating_point() || tensor.is_complex()) ? dtype.Value : tensor.dtype,
                 device ?? tensor.device);

            private static void RequireFloatingPoint(ScalarType dtype)
            {
                if (dtype is not (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64))
                {
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
                }
            }

            private static void RequireAvailable(DeviceType deviceType)
            {
                if (deviceType == DeviceType.CUDA && !cuda.is_available())
                {
                    throw new InvalidOperationException("CUDA is not available.");
                }
            }

            private void SetMember(string name, Tensor value)
            {
                var fields = s_componentFields.GetOrAdd(GetType(), ComponentFields);
                var field = Array.Find(fields, component => component.Name == name).Field;
                if (field is not null)
                {
                    field.SetValue(this, value);
                }
                else if (GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance) is { CanWrite: true } property)
                {
                    property.SetValue(this, value);
                }
            }
        }
    }
}
