using Microsoft.CodeAnalysis;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>A symbol in the words of C#, without namespaces.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat OfCell = Signature.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    private static readonly SymbolDisplayFormat Parameter = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Its declaration in one line; what a cell declares belongs to no type that the user knows.</summary>
    public static string Of(ISymbol symbol) => symbol.ToDisplayString(symbol.ContainingType is null or { IsScriptClass: true } ? OfCell : Signature);

    public static string OfParameter(IParameterSymbol parameter) => parameter.ToDisplayString(Parameter);

    /// <summary>What a front end shows beside the name in a list: parameters, or a type.</summary>
    public static string Brief(ISymbol symbol, int overloads) => symbol switch
    {
        IMethodSymbol method => $"({string.Join(", ", method.Parameters.Select(OfParameter))}){(overloads > 1 ? $" (+ {overloads - 1} overload{(overloads > 2 ? "s" : "")})" : "")}",
        IPropertySymbol property => property.Type.ToDisplayString(Parameter),
        IFieldSymbol { ContainingType.TypeKind: not TypeKind.Enum } field => field.Type.ToDisplayString(Parameter),
        ILocalSymbol local => local.Type.ToDisplayString(Parameter),
        IParameterSymbol parameter => parameter.Type.ToDisplayString(Parameter),
        _ => "",
    };

    /// <summary>The kinds that the completion lists of editors have.</summary>
    public static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Interface } => "Interface",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => "Enum",
        INamedTypeSymbol { TypeKind: TypeKind.Struct } => "Struct",
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => "Delegate",
        INamedTypeSymbol => "Class",
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => "ExtensionMethod",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "EnumMember",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "Local",
        IFieldSymbol { IsConst: true } => "Constant",
        IRangeVariableSymbol => "Local",
        _ => symbol.Kind.ToString(),
    };
}
